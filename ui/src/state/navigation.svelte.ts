// Where one is. The address hash is the truth, so that back, forward and reload work.
import { currentHost } from '$host/client';
import { format, parse, type Route } from '$routes';

class Navigation {
  #route = $state.raw<Route>(parse(location.hash));
  #before = $state.raw<Route>();

  constructor() {
    addEventListener('hashchange', () => this.#arrive(parse(location.hash)));
  }

  /** Goes where the tray, a notice or a second launch asks. Returns how to stop. */
  start(): () => void {
    return currentHost().onNavigate((hash) => this.go(parse(hash)));
  }

  get route(): Route {
    return this.#route;
  }

  /** Where one was before this place. */
  get before(): Route | undefined {
    return this.#before;
  }

  go(route: Route): void {
    location.hash = format(route);
    this.#arrive(route);
  }

  /** Where one was before this place; today if this is the first. */
  back(): void {
    this.go(this.#before ?? { at: 'today' });
  }

  #arrive(route: Route): void {
    if (format(route) === format(this.#route)) return;
    if (route.at !== this.#route.at) this.#before = this.#route;
    this.#route = route;
  }
}

export const navigation = new Navigation();
export { format as hrefOf };
