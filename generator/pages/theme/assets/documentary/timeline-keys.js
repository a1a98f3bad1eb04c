// Arrow keys between the marks of the drawing: one of them at a time is in the tab order.

const nearest = (marks, x) => marks.reduce((best, mark) => (Math.abs(mark.middle - x) < Math.abs(best.middle - x) ? mark : best));

function next(marks, here, key) {
  const at = marks.indexOf(here);
  const across = (from, to) => {
    const others = marks.filter(({ moment }) => moment.track === to);
    return here.moment.track === from && others.length ? nearest(others, here.middle) : undefined;
  };
  const goals = {
    ArrowRight: () => marks[at + 1],
    ArrowLeft: () => marks[at - 1],
    Home: () => marks[0],
    End: () => marks.at(-1),
    ArrowUp: () => across("disclosed", "happened"),
    ArrowDown: () => across("happened", "disclosed"),
  };
  return goals[key];
}

export function enter(marks, mark) {
  for (const { link } of marks) link.setAttribute("tabindex", -1);
  mark?.link.setAttribute("tabindex", 0);
}

// Returns whether the key was one of these.
export function move(marks, element, key) {
  const here = marks.find(({ link }) => link === element);
  const goal = here && next(marks, here, key);
  if (!goal) return false;
  const mark = goal();
  if (mark) {
    enter(marks, mark);
    mark.link.focus();
  }
  return true;
}
