"""Press releases of many shapes, described once in `texts/` and written in every format.

Towns, offices, people and numbers are invented. A release is a TOML file: what should be read from
it, and its `layout`, a line for each thing from top to bottom:

    text            a paragraph of the story        ## text     a heading within it
    =title          the title, drawn large          =title plain    or like any other line
    =subtitles - {} the subtitles in that dress     ---         a page break
    ! text          a line that is no part of the story: letterhead, officials, enclosures
    !| a | b        a row of a table that is none   | a | b     a row of a table of the story
    !+ text         the same, drawn larger than the title
    =title in two   the title on two lines, broken at its " / "
    @ 1             a picture                       @ 1 > text  with a caption under it
    @| 1 a | 2 b    a table of pictures, captions in the row below (`@|+` in the same cell)
    [frame] [/frame] a table of one cell around what stands between

In tables `^` belongs to the cell above, `<` to the one on the left, `@logo` is a picture.
"""
