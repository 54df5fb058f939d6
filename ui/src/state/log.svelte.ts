// What went wrong lately, as it was noted: times, names of commands and codes. Read when it is looked at.
import { change, read } from '$host/client';
import { sentence } from './errors';

export class Log {
  /** None before it was read. */
  text = $state<string>();
  problem = $state<string>();

  async look(): Promise<void> {
    this.problem = undefined;
    try {
      this.text = await read('get_log', null);
    } catch (thrown) {
      this.problem = sentence(thrown);
    }
  }

  async delete(): Promise<void> {
    try {
      await change('delete_log', null);
      await this.look();
    } catch (thrown) {
      this.problem = sentence(thrown);
    }
  }
}
