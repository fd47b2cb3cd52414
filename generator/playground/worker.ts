import { answer, type Question } from "./answer.js";

/** What a worker sees of itself; the types of Node, which the generator is compiled with, have no workers of browsers. */
interface WorkerScope {
  onmessage: ((event: { readonly data: Question }) => void) | null;
  postMessage(message: unknown): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  void answer(data).then((result) => scope.postMessage(result));
};
