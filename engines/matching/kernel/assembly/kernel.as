export { create, inputAt, sealedWindows, setLive, take, used } from './memory';
export { clausesAt, lastSlotAt, prepare } from './scratch';
export { add, openWindows, remove, seal, write } from './tail';
export { frequency, impact, postingsOf } from './frequency';
export { readPostings, readWindows, search } from './search';
