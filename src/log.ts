/** What is said while the action works. Only words of closed lists, numbers and public values go in. */
export interface Log {
  info(line: string): void;
  warning(line: string): void;
}
