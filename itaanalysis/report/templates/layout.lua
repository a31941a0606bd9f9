-- The page, for PDF and Word alike: columns wide enough for their words, wide tables together with the lines that
-- introduce them, a line with what it heads or leads to, annexes on pages of their own.

local MARK = "\u{200B}" -- stands between two words after which a line may break; put there before pandoc reads
local ACROSS = 62 -- letters of table text on a line as wide as the page; more when the page lies
local LYING = 1.65
local PADDING = 1.2 -- letters' worth of room a cell keeps at its sides
local LONGEST = 16 -- letters; a longer word may be cut
local ANNEXES = { "ภาคผนวก", "Annex", "Appendix" } -- what the heading of an annex begins with
local SHORT = 500 -- characters of text that go along to a landscape page
local LEAD = 160 -- characters of a paragraph that stays with the list or picture it leads to

-- Room a text takes, in Thai letters: marks above and below take none, small Latin letters a little less.
local function letters(text)
  local count = 0
  for _, code in utf8.codes(text) do
    local above_or_below = code == 0x0E31 or (code >= 0x0E34 and code <= 0x0E3A) or (code >= 0x0E47 and code <= 0x0E4E)
    local small_latin = code >= 0x61 and code <= 0x7A
    count = count + (above_or_below and 0 or small_latin and 0.85 or 1)
  end
  return count
end

local function rows_of(cells_table)
  local rows = pandoc.List()
  rows:extend(cells_table.head.rows)
  for _, body in ipairs(cells_table.bodies) do
    rows:extend(body.head)
    rows:extend(body.body)
  end
  rows:extend(cells_table.foot.rows)
  return rows
end

-- For each column the letters of its longest word, of its longest text below the header, and of its longest text.
local function measured(cells_table)
  local words, bodies, texts = {}, {}, {}
  for i = 1, #cells_table.colspecs do words[i], bodies[i], texts[i] = 1, 1, 1 end
  local headings = #cells_table.head.rows
  for number, row in ipairs(rows_of(cells_table)) do
    local column = 1
    for _, cell in ipairs(row.cells) do
      if cell.col_span == 1 and words[column] then
        local text = pandoc.utils.stringify(cell.contents)
        local length = letters(text:gsub(MARK, ""))
        texts[column] = math.max(texts[column], length)
        if number > headings then bodies[column] = math.max(bodies[column], length) end
        for word in text:gsub(MARK, " "):gmatch("[^%s]+") do
          words[column] = math.max(words[column], math.min(letters(word), LONGEST))
        end
      end
      column = column + cell.col_span
    end
  end
  return words, bodies, texts
end

-- The shares wished for, changed so that no column is too narrow for its longest word: what it lacks is taken from
-- those that have room to spare.
local function widened(shares, needs)
  local lacking, spare, needed = 0, 0, 0
  for i, need in ipairs(needs) do
    lacking = lacking + math.max(0, need - shares[i])
    spare = spare + math.max(0, shares[i] - need)
    needed = needed + need
  end
  local result = {}
  for i, need in ipairs(needs) do
    if spare < lacking then
      result[i] = need / needed
    elseif shares[i] > need then
      result[i] = shares[i] - lacking * (shares[i] - need) / spare
    else
      result[i] = need
    end
  end
  return result
end

-- The least share of each column: its longest word, and as far as there is room the texts of a column that has none but
-- short ones (ผ่าน, ยังระบุไม่ได้) on one line each.
local function needed(words, bodies, across)
  local needs, sum = {}, 0
  for i, word in ipairs(words) do
    needs[i] = (1.1 * word + PADDING) / across
    sum = sum + needs[i]
  end
  for i, body in ipairs(bodies) do
    local more = (1.05 * body + PADDING) / across - needs[i]
    if body <= LONGEST and more > 0 and sum + more <= 1 then needs[i], sum = needs[i] + more, sum + more end
  end
  return needs
end

local function fit_columns(cells_table)
  local across = ACROSS * (cells_table.classes:includes("wide") and LYING or 1)
  local words, bodies, texts = measured(cells_table)
  local shares, given, length = {}, 0, 0
  for i, column in ipairs(cells_table.colspecs) do
    given = given + (column[2] or 0)
    texts[i] = math.min(texts[i], 40) + PADDING
    length = length + texts[i]
  end
  if given == 0 and length < across then return cells_table end -- small, and nobody said how wide: as wide as it is
  for i, column in ipairs(cells_table.colspecs) do
    shares[i] = given > 0 and (column[2] or 0) / given or texts[i] / length
  end
  for i, share in ipairs(widened(shares, needed(words, bodies, across))) do
    cells_table.colspecs[i] = { cells_table.colspecs[i][1], share }
  end
  return cells_table
end

local function is_wide(block)
  return block.t == "Table" and block.classes:includes("wide")
end

local function is_bold_line(block)
  return block.t == "Para" and #block.content == 1 and block.content[1].t == "Strong"
end

-- An annex begins on a page of its own; a landscape page is one already.
local function begins_annex(block)
  if block.t ~= "Header" then return false end
  local text = pandoc.utils.stringify(block.content)
  for _, word in ipairs(ANNEXES) do
    if text:find("^" .. word) then return true end
  end
  return false
end

local function classed(block, class)
  return pandoc.Div({ block }, pandoc.Attr("", { class }))
end

-- A short paragraph before the list it leads to, or before the very picture it points at.
local function leads(block, next)
  if block.t ~= "Para" or utf8.len((pandoc.utils.stringify(block):gsub(MARK, ""))) > LEAD then return false end
  local points_at_it = false
  block:walk{ Link = function(link) points_at_it = points_at_it or link.target == "#" .. (next.identifier or "") end }
  return next.t == "BulletList" or next.t == "OrderedList" or (next.t == "Figure" and points_at_it)
end

-- Blocks with what is to be known of them where pages end.
local function placed(blocks)
  local found = pandoc.Blocks{}
  for i, block in ipairs(blocks) do
    if begins_annex(block) then
      block = classed(block, "new-page")
    elseif is_bold_line(block) then
      block = classed(block, "bold-line")
    elseif blocks[i + 1] and leads(block, blocks[i + 1]) then
      block = classed(block, "lead")
    end
    found:insert(block)
  end
  return found
end

-- How many of the last blocks introduce the table that follows: a heading and little text below it.
local function introduction(blocks)
  local length = 0
  for i = #blocks, 1, -1 do
    local block = blocks[i]
    if block.t == "Header" then return #blocks - i + 1 end
    if block.t ~= "Para" and block.t ~= "Plain" then return 0 end
    length = length + utf8.len(pandoc.utils.stringify(block))
    if length > SHORT then return 0 end
  end
  return 0
end

function Pandoc(document)
  local found, wide = pandoc.Blocks{}, nil
  for _, block in ipairs(document.blocks:walk{ Table = fit_columns }) do
    if is_wide(block) then
      if not wide then
        wide = pandoc.Div({}, pandoc.Attr("", { "landscape" }))
        for _ = 1, introduction(found) do wide.content:insert(1, found:remove()) end
      end
      wide.content:insert(block)
    else
      if wide then
        found:insert(wide)
        wide = nil
      end
      found:insert(block)
    end
  end
  if wide then found:insert(wide) end
  document.blocks = placed(found)
  return document
end
