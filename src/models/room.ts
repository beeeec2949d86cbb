/** All that is loaded when a model, or somebody who has one, asks for something. */
export { answerTurn } from './chat/participant';
export { rephrase } from './rephrase/rephrase';
export { prepareTool, runTool } from './tools/run';
