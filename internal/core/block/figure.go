package block

// A Figure is a picture as a list of marks, in the order in which they are
// drawn. It says what each mark stands for and not which colour that is, so that
// a window can paint it by day and by night and a printer in black. Lengths are
// units from the upper left corner; the text of a figure is TextSize of them
// high. Alt says all that is to be seen, for who does not see it.
type Figure struct {
	Alt           string
	Width, Height float64
	Marks         []Mark
}

// TextSize is the height of a figure's letters in units. A medium that makes
// letters larger makes the whole picture larger.
const TextSize = 14

// A Mark is one thing drawn in a figure.
type Mark struct {
	Shape  Shape
	Role   Role
	Points []Point // of a line two; of a rectangle its corners; of a text where its baseline begins, or ends
	Text   string
	Anchor Anchor // of a text
}

// A Point is units to the right and units down.
type Point struct{ X, Y float64 }

// A Shape is what a mark is.
type Shape string

// The shapes.
const (
	Line      Shape = "line"
	Rectangle Shape = "rectangle"
	Polyline  Shape = "polyline"
	Polygon   Shape = "polygon"
	Text      Shape = "text"
)

// An Anchor is which part of a text stands at its point.
type Anchor string

// The anchors.
const (
	Start  Anchor = "start"
	Middle Anchor = "middle"
	End    Anchor = "end"
)

// A Role is what a mark stands for. How it looks is the medium's; roles that can
// stand beside each other differ without colour too.
type Role string

// The roles.
const (
	Axis    Role = "axis"
	Grid    Role = "grid"
	Planned Role = "planned" // what was planned, as a line
	Given   Role = "given"   // what was given, as a line
	Gap     Role = "gap"     // planned and not given
	Unknown Role = "unknown" // not filled in: it may be either
	MadeUp  Role = "made_up" // that there was a make-up
	Yes     Role = "yes"     // to make up
	Ask     Role = "ask"     // to ask the team about
	No      Role = "no"      // for the record
	None    Role = "none"    // takes no part
	Bar     Role = "bar"
	Chosen  Role = "chosen" // a bar that stands out
	Tick    Role = "tick"   // a number or a name at an axis
	Name    Role = "name"   // what a bar or a line is
	Value   Role = "value"  // what it comes to
	Dark    Role = "dark"   // a field of a code that a camera reads
)
