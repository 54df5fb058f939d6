// Which day it is, kept true past midnight while the window stays open.
import { dayNow } from './days';

export class Today {
  on = $state(dayNow());

  /** Make one while a component starts: it stops when the component goes. */
  constructor() {
    $effect(() => {
      const look = () => (this.on = dayNow());
      const timer = setInterval(look, 60_000);
      addEventListener('focus', look);
      return () => {
        clearInterval(timer);
        removeEventListener('focus', look);
      };
    });
  }
}
