"""What a disk says when it takes no more: codes of the system, the same for every file of ours."""

import errno

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)
