"""Charts and SmartArt as Word, Excel and PowerPoint store them, made by hand."""

from collections.abc import Mapping

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DSP = "http://schemas.microsoft.com/office/drawing/2008/diagram"
CHART_WORDS = ("Hộ nghèo theo thôn", "Thôn Một", "Thôn Hai")
STEPS = ("Nộp hồ sơ", "Thẩm định", "Trả kết quả")


def chart() -> str:
    """A `c:chartSpace` with two columns."""
    names = "".join(f'<c:pt idx="{i}"><c:v>{name}</c:v></c:pt>' for i, name in enumerate(CHART_WORDS[1:]))
    values = "".join(f'<c:pt idx="{i}"><c:v>{value}</c:v></c:pt>' for i, value in enumerate((12, 30)))
    return (
        f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{_R}"><c:chart><c:title><c:tx><c:rich><a:bodyPr/>'
        f"<a:p><a:r><a:t>{CHART_WORDS[0]}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:layout/>"
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/>'
        f'<c:cat><c:strRef><c:f>S!$A$2:$A$3</c:f><c:strCache><c:ptCount val="2"/>{names}</c:strCache></c:strRef>'
        f'</c:cat><c:val><c:numRef><c:f>S!$B$2:$B$3</c:f><c:numCache><c:ptCount val="2"/>{values}</c:numCache>'
        "</c:numRef></c:val>"
        '</c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling>'
        '<c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>'
    )


def smart_art(prefix: str = "diagrams/") -> Mapping[str, tuple[str, str]]:
    """The parts of a SmartArt with the shapes that were drawn last: name -> kind of relation and XML.

    Their relations are called by their kind with an r before it, as `word_files.docx` calls them.
    """
    points = "".join(
        f'<dgm:pt modelId="{i}"><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p>'
        "</dgm:t></dgm:pt>"
        for i, text in enumerate(STEPS, 1)
    )
    shapes = "".join(
        f'<dsp:sp modelId="{{{i}}}"><dsp:nvSpPr><dsp:cNvPr id="0" name=""/><dsp:cNvSpPr/></dsp:nvSpPr><dsp:spPr>'
        f'<a:xfrm><a:off x="{200_000 + i * 1_700_000}" y="900000"/><a:ext cx="1500000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="1F4E79"/></a:solidFill></dsp:spPr>'
        f"<dsp:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dsp:txBody></dsp:sp>"
        for i, text in enumerate(STEPS)
    )
    data = (
        f'<dgm:dataModel xmlns:dgm="{_DGM}" xmlns:a="{_A}"><dgm:ptLst><dgm:pt modelId="0" type="doc"><dgm:prSet/>'
        f"<dgm:spPr/></dgm:pt>{points}</dgm:ptLst><dgm:cxnLst/><dgm:bg/><dgm:whole/><dgm:extLst>"
        f'<a:ext uri="{_DSP}"><dsp:dataModelExt xmlns:dsp="{_DSP}" relId="rdiagramDrawing" '
        'minVer="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></a:ext></dgm:extLst></dgm:dataModel>'
    )
    drawing = (
        f'<dsp:drawing xmlns:dgm="{_DGM}" xmlns:dsp="{_DSP}" xmlns:a="{_A}"><dsp:spTree><dsp:nvGrpSpPr>'
        f'<dsp:cNvPr id="0" name=""/><dsp:cNvGrpSpPr/></dsp:nvGrpSpPr><dsp:grpSpPr/>{shapes}</dsp:spTree></dsp:drawing>'
    )
    layout = f'<dgm:layoutDef xmlns:dgm="{_DGM}" uniqueId="x"><dgm:layoutNode name="n"/></dgm:layoutDef>'
    style = f'<dgm:styleDef xmlns:dgm="{_DGM}" uniqueId="x"/>'
    colours = f'<dgm:colorsDef xmlns:dgm="{_DGM}" uniqueId="x"/>'
    return {
        f"{prefix}data1.xml": ("diagramData", data),
        f"{prefix}layout1.xml": ("diagramLayout", layout),
        f"{prefix}quickStyle1.xml": ("diagramQuickStyle", style),
        f"{prefix}colors1.xml": ("diagramColors", colours),
        f"{prefix}drawing1.xml": ("diagramDrawing", drawing),
    }


def graphic(kind: str) -> str:
    """The `a:graphic` that shows the chart, or the SmartArt."""
    if kind == "chart":
        inner = f'<c:chart xmlns:c="{_C}" r:id="rchart"/>'
        uri = _C
    else:
        inner = (
            f'<dgm:relIds xmlns:dgm="{_DGM}" r:dm="rdiagramData" r:lo="rdiagramLayout" r:qs="rdiagramQuickStyle" '
            'r:cs="rdiagramColors"/>'
        )
        uri = _DGM
    return f'<a:graphic xmlns:a="{_A}" xmlns:r="{_R}"><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic>'


def in_word(kind: str, alt: str = "") -> str:
    """A paragraph of WordprocessingML with it."""
    return (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="5486400" cy="2743200"/>'
        f'<wp:docPr id="1" name="g" descr="{alt}"/>{graphic(kind)}</wp:inline></w:drawing></w:r></w:p>'
    )
