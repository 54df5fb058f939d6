// Writing with nothing else on the screen but Help.

class PageAlone {
  isOn = $state(false);
}

export const pageAlone = new PageAlone();
