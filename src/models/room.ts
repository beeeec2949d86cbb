/** All that is loaded when a model, or somebody who has one, asks for something. */
export { prepareTool, runTool } from './tools/run';
