-- The columns of tables, for PDF and Word alike: wide enough for their figures and words; a table too crowded for an
-- upright page lies.

local MARK = "\u{200B}" -- stands between two words after which a line may break; put there before pandoc reads
local NO_BREAK = "\u{00A0}" -- holds two words together; put there before pandoc reads as well
local ACROSS = 62 -- letters of table text on a line as wide as the page; more when the page lies
local LYING = 1.65
local PADDING = 1.2 -- letters' worth of room a cell keeps at its sides
local ENOUGH, MOST = 40, 80 -- letters a text wishes for on a line: so many whole, of more every fourth, never more
local LONGEST = 16 -- letters; a longer word may be cut

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

-- Without a letter of either script: a figure, a date in figures, a dash.
local function is_figure(word)
  for _, code in utf8.codes(word) do
    local thai = code >= 0x0E01 and code <= 0x0E4E and code ~= 0x0E3F
    local latin = (code >= 0x41 and code <= 0x5A) or (code >= 0x61 and code <= 0x7A)
    if thai or latin then return false end
  end
  return true
end

-- For each column the letters of its longest figure and word, of its longest text below the header, and of its longest.
local function measured(cells_table)
  local columns = cells_table.colspecs:map(function() return { figure = 1, word = 1, body = 1, text = 1 } end)
  local headings = #cells_table.head.rows
  for number, row in ipairs(rows_of(cells_table)) do
    local at = 1
    for _, cell in ipairs(row.cells) do
      local column = columns[at]
      if cell.col_span == 1 and column then
        local text = pandoc.utils.stringify(cell.contents)
        local length = letters(text:gsub(MARK, ""))
        column.text = math.max(column.text, length)
        if number > headings then column.body = math.max(column.body, length) end
        for word in text:gsub(MARK, " "):gsub(NO_BREAK, " "):gmatch("[^%s]+") do
          local width = math.min(letters(word), LONGEST)
          column.word = math.max(column.word, width)
          if is_figure(word) then column.figure = math.max(column.figure, width) end
        end
      end
      at = at + cell.col_span
    end
  end
  return columns
end

local function sum(numbers)
  local total = 0
  for _, number in ipairs(numbers) do total = total + number end
  return total
end

-- The share of a line that so many letters take in a cell; bold ones and digits are a little wider than the rest.
local function least(letter_count, across)
  return (1.1 * letter_count + PADDING) / across
end

-- Whether the words of the columns are too long to stand side by side on an upright page, even a little squeezed.
local function is_crowded(columns)
  return sum(columns:map(function(column) return least(column.word, ACROSS) end)) > 1.1
end

-- The least share of each column: its longest figure, which is never torn; as far as there is room its longest word; and
-- then the texts of a column that has none but short ones (ผ่าน, ยังระบุไม่ได้) on one line each.
local function needed(columns, across)
  local figures = columns:map(function(column) return least(column.figure, across) end)
  local words = columns:map(function(column) return least(column.word, across) end)
  local room = sum(words) > sum(figures) and (1 - sum(figures)) / (sum(words) - sum(figures)) or 1
  local part = math.max(0, math.min(1, room))
  local crowded = math.max(1, sum(figures))
  local needs = pandoc.List()
  for i, figure in ipairs(figures) do needs[i] = (figure + part * (words[i] - figure)) / crowded end
  for i, column in ipairs(columns) do
    local more = (column.body + PADDING) / across - needs[i]
    if column.body <= LONGEST and more > 0 and sum(needs) + more <= 1 then needs[i] = needs[i] + more end
  end
  return needs
end

-- The shares wished for, changed so that no column is narrower than it needs: what it lacks is taken from those that
-- have room to spare.
local function widened(shares, needs)
  local lacking, spare = 0, 0
  for i, need in ipairs(needs) do
    lacking = lacking + math.max(0, need - shares[i])
    spare = spare + math.max(0, shares[i] - need)
  end
  local result = {}
  for i, need in ipairs(needs) do
    local taken = spare > 0 and math.min(1, lacking / spare) * (shares[i] - need) or 0
    result[i] = shares[i] > need and shares[i] - taken or need
  end
  return result
end

-- The room a column wishes for: of two long texts the longer gets more, though not as much more as it is longer.
local function wished(column)
  return math.min(math.min(column.text, ENOUGH) + math.max(0, column.text - ENOUGH) / 4, MOST) + PADDING
end

local function fit_columns(cells_table)
  local columns = measured(cells_table)
  if is_crowded(columns) and not cells_table.classes:includes("wide") then cells_table.classes:insert("wide") end
  local across = ACROSS * (cells_table.classes:includes("wide") and LYING or 1)
  -- Pandoc gives columns of one width to a table that says none but has line breaks in its cells, as those shown have.
  local said = not cells_table.classes:includes("ita-show")
  local given = said and sum(cells_table.colspecs:map(function(spec) return spec[2] or 0 end)) or 0
  local lengths = columns:map(function(column) return math.min(column.text, ENOUGH) + PADDING end)
  local wishes = columns:map(wished)
  if given == 0 and sum(lengths) < across then return cells_table end -- small, nobody said how wide: as wide as it is
  local shares = pandoc.List()
  for i, spec in ipairs(cells_table.colspecs) do
    shares[i] = given > 0 and (spec[2] or 0) / given or wishes[i] / sum(wishes)
  end
  for i, share in ipairs(widened(shares, needed(columns, across))) do
    cells_table.colspecs[i] = { cells_table.colspecs[i][1], share }
  end
  return cells_table
end

return { { Table = fit_columns } }
