export { create, inputAt, move, pages, sealedWindows, setLive, take, used } from './memory';
export { clausesAt, lastSlotAt, membersAt, prepare, setEntries } from './scratch';
export { add, openWindows, remove, seal, write } from './tail';
export { frequency, impact, postingsOf } from './frequency';
export { readPostings, readWindows, search } from './search';
