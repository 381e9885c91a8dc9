"""The elements of a chart that a copy takes over; all others are left out.

Source: ECMA-376 part 1, 21.2 (DrawingML charts), 20.1 (shape and text properties).
"""

from __future__ import annotations

_CHART = """
chart chartSpace date1904 lang roundedCorners style clrMapOvr title tx strRef numRef
multiLvlStrRef f v rich layout manualLayout layoutTarget xMode yMode wMode hMode x y w h overlay
autoTitleDeleted pivotFmts view3D rotX hPercent rotY depthPercent rAngAx perspective floor
sideWall backWall thickness plotArea barChart bar3DChart lineChart line3DChart pieChart
pie3DChart doughnutChart areaChart area3DChart scatterChart radarChart bubbleChart stockChart
surfaceChart surface3DChart ofPieChart barDir grouping varyColors ser idx order val cat xVal
yVal bubbleSize bubble3D sizeRepresents showNegBubbles bubbleScale invertIfNegative explosion
dPt marker symbol size smooth dLbls dLbl delete numFmt dLblPos showLegendKey showVal showCatName
showSerName showPercent showBubbleSize showLeaderLines leaderLines separator trendline
trendlineType name period forward backward intercept dispRSqr dispEq trendlineLbl errBars errDir
errBarType errValType noEndCap plus minus gapWidth gapDepth overlap serLines shape axId dropLines
hiLowLines upDownBars upBars downBars scatterStyle radarStyle firstSliceAng holeSize wireframe
bandFmts bandFmt ofPieType splitType splitPos custSplit secondPieSize catAx valAx dateAx serAx
scaling logBase orientation max min axPos majorGridlines minorGridlines majorTickMark
minorTickMark tickLblPos crossAx crosses crossesAt auto lblAlgn lblOffset noMultiLvlLbl
crossBetween majorUnit minorUnit dispUnits builtInUnit custUnit dispUnitsLbl tickLblSkip
tickMarkSkip baseTimeUnit majorTimeUnit minorTimeUnit dTable showHorzBorder showVertBorder
showOutline showKeys legend legendPos legendEntry plotVisOnly dispBlanksAs spPr txPr
"""
_LOOKS = """
bodyPr lstStyle p r t pPr rPr defRPr endParaRPr br spAutoFit noAutofit normAutofit latin ea cs sym
xfrm off ext prstGeom avLst gd noFill solidFill gradFill pattFill gsLst gs lin path fillToRect
tileRect fgClr bgClr srgbClr schemeClr sysClr scrgbClr hslClr prstClr alpha alphaMod alphaOff
lumMod lumOff satMod satOff shade tint hueMod hueOff comp inv gray ln prstDash custDash ds round
bevel miter headEnd tailEnd effectLst outerShdw innerShdw glow softEdge reflection blur scene3d
camera lightRig rot backdrop sp3d bevelT bevelB contourClr extrusionClr lvl1pPr overrideClrMapping
masterClrMapping
"""
CHART_NAMES = frozenset(_CHART.split()) | frozenset(_LOOKS.split())
# Elements whose text is taken over: typed titles, and references that were mapped.
TEXT_NAMES = frozenset({"t", "v", "f", "name", "separator"})
