"""What a cell can call: the functions `CC_...`, declared once for every host.

`registry` has the declarations and the one door `call`; `rfm`, `scores`, `tiers`, `churn` and
`explain` are the functions; `cells`, `arguments` and `evaluate` turn cells into typed arrays
and results back into cells; `tables` finds the columns of a range.
"""
