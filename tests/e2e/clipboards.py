"""What other programs put on the clipboard, in the shape they do; the words are invented."""

WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-unhide:no; margin:0in; font-family:"Times New Roman",serif;} @list l0:level1
{mso-level-number-format:bullet;} --></style></head>
<body lang=EN-US style='tab-interval:.5in;word-wrap:break-word'>
<!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center'><b><span lang=VI style='font-size:14.0pt;mso-bidi-font-size:
11.0pt;font-family:"Times New Roman",serif'>TẬP HUẤN TRỒNG NẤM<o:p></o:p></span></b></p>
<p class=MsoNormal style='text-align:justify;text-indent:.5in'><span lang=VI style='font-family:"Times New Roman",serif;
mso-fareast-language:EN-US'>Sáng 15/10, <i style='mso-bidi-font-style:normal'>Hội Nông dân xã</i> tổ chức&nbsp;lớp
tập huấn cho <b>45</b> hội viên.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Chọn giống<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:1.0in;text-indent:-.25in;mso-list:l0 level2 lfo1'><![if
!supportLists]><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>Giống tốt<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Ủ rơm</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Bước một</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Bước hai</p>
<p class=MsoListParagraph style='mso-list:l2 level1 lfo3'><![if !supportLists]><span style='mso-list:Ignore'>a)<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Mục chữ</p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'>
<tr style='mso-yfti-irow:0'><td width=200 colspan=2 valign=top style='width:150pt;padding:0in 5.4pt'><p class=MsoNormal
align=center style='text-align:center'><b>Kết quả<o:p></o:p></b></p></td></tr>
<tr><td width=100 style='width:75pt'><p class=MsoNormal>Nữ</p></td><td><p class=MsoNormal>30</p></td></tr></table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="Picture_x0020_1" type="#_x0000_t75"><v:imagedata
src="file:///C:/Users/CTV/AppData/Local/Temp/msohtmlclip1/01/clip_image001.jpg"/></v:shape><![endif]--><![if !vml]><img
width=300 height=200 src="file:///C:/Users/CTV/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg"><![endif]></p>
<p class=MsoNormal>Xem <a href="https://cong.example/tin" style='mso-style-link:x'>cổng</a><del cite="mailto:CTV"
datetime="2026-10-15T09:00">bỏ đi</del><span style='mso-element:comment;display:none'>ẩn</span>.</p>
<!--EndFragment--></body></html>"""
WORD_LIST = "<ul><li><p>Chọn giống</p><ul><li><p>Giống tốt</p></li></ul></li><li><p>Ủ rơm</p></li></ul>"
WORD_CLEAN = (
    '<p style="text-align: center;"><strong>TẬP HUẤN TRỒNG NẤM</strong></p>'
    "<p>Sáng 15/10, <em>Hội Nông dân xã</em> tổ chức lớp tập huấn cho <strong>45</strong> hội viên.</p>"
    "<ul><li><p>Chọn giống</p><ul><li><p>Giống tốt</p></li></ul></li><li><p>Ủ rơm</p></li></ul>"
    "<ol><li><p>Bước một</p></li><li><p>Bước hai</p></li></ol>"
    "<p>a) Mục chữ</p>"
    '<table><tbody><tr><td colspan="2"><p style="text-align: center;"><strong>Kết quả</strong></p></td>'
    "</tr><tr><td><p>Nữ</p></td><td><p>30</p></td></tr></tbody></table>"
    '<p>Xem <a target="_blank" rel="noopener noreferrer nofollow" href="https://cong.example/tin">cổng</a>.</p>'
)

GOOGLE_DOCS = (
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:'
    '1.38;text-align:right;"><span style="font-size:11pt;font-weight:700;font-style:italic;">Đậm nghiêng</span><span '
    'style="font-size:11pt;font-weight:400;"> thường</span></p><h1 dir="ltr"><span>Mục lớn</span></h1></b>'
)
GOOGLE_CLEAN = '<p style="text-align: right;"><strong><em>Đậm nghiêng</em></strong> thường</p><h2>Mục lớn</h2>'

DECOMPOSED = "<p>Ha\u0300 No\u0323\u0302i</p>"  # as some programs on a Mac write it
