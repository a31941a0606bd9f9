-- The page, for PDF and Word alike: columns wide enough for their words, wide tables together with the lines that
-- introduce them, and a bold line with what it heads.

local MARK = "\u{200B}" -- stands between two words after which a line may break; put there before pandoc reads
local ACROSS = 62 -- letters of table text on a line as wide as the page; more when the page lies
local LYING = 1.65
local PADDING = 2.2 -- letters' worth of room a cell keeps at its sides
local LONGEST = 16 -- letters; a longer word may be cut
local SHORT = 500 -- characters of text that go along to a landscape page

local function letters(text)
  local count = 0
  for _, code in utf8.codes(text) do
    local above_or_below = code == 0x0E31 or (code >= 0x0E34 and code <= 0x0E3A) or (code >= 0x0E47 and code <= 0x0E4E)
    if not above_or_below then count = count + 1 end
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

-- For each column the letters of its longest word and of its longest text.
local function measured(cells_table)
  local words, texts = {}, {}
  for i = 1, #cells_table.colspecs do words[i], texts[i] = 1, 1 end
  for _, row in ipairs(rows_of(cells_table)) do
    local column = 1
    for _, cell in ipairs(row.cells) do
      if cell.col_span == 1 and words[column] then
        local text = pandoc.utils.stringify(cell.contents)
        texts[column] = math.max(texts[column], letters(text:gsub(MARK, "")))
        for word in text:gsub(MARK, " "):gmatch("[^%s]+") do
          words[column] = math.max(words[column], math.min(letters(word), LONGEST))
        end
      end
      column = column + cell.col_span
    end
  end
  return words, texts
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

local function fit_columns(cells_table)
  local across = ACROSS * (cells_table.classes:includes("wide") and LYING or 1)
  local words, texts = measured(cells_table)
  local shares, needs, given, length = {}, {}, 0, 0
  for i, column in ipairs(cells_table.colspecs) do
    given = given + (column[2] or 0)
    texts[i] = math.min(texts[i], 40) + PADDING
    length = length + texts[i]
    needs[i] = (1.1 * words[i] + PADDING) / across
  end
  if given == 0 and length < across then return cells_table end -- small, and nobody said how wide: as wide as it is
  for i, column in ipairs(cells_table.colspecs) do
    shares[i] = given > 0 and (column[2] or 0) / given or texts[i] / length
  end
  for i, share in ipairs(widened(shares, needs)) do
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
      found:insert(is_bold_line(block) and pandoc.Div({ block }, pandoc.Attr("", { "bold-line" })) or block)
    end
  end
  if wide then found:insert(wide) end
  document.blocks = found
  return document
end
