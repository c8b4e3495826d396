import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { OpenEngine } from '../engine.ts'

export const open: OpenEngine = ({ side, countries }, folder) => {
  const file = join(folder, 'index.sqlite')
  const database = new DatabaseSync(file)
  database.exec(`
    pragma journal_mode = off;
    pragma synchronous = off;
    pragma cache_size = -1000000;
    pragma mmap_size = 8000000000;
    create virtual table texts using fts5(text, content = '', columnsize = 1);
    create table documents (id integer primary key, side text, country text);
    begin`)
  const putText = database.prepare('insert into texts (rowid, text) values (?, ?)')
  const putDocument = database.prepare('insert into documents values (?, ?, ?)')
  const any = database.prepare('select rowid as id from texts where texts match ? order by bm25(texts) limit 10')
  const wanted = countries.map((country) => `'${country}'`).join(', ')
  const some = database.prepare(`select texts.rowid as id from texts join documents on documents.id = texts.rowid
    where texts match ? and side = '${side}' and country in (${wanted}) order by bm25(texts) limit 10`)
  let next = 0
  return {
    version: `SQLite ${database.prepare('select sqlite_version() as v').get()?.v} FTS5`,
    add(documents) {
      for (const { text, side, country } of documents) {
        putText.run(next, text)
        putDocument.run(next++, side, country)
      }
    },
    finish() {
      database.exec("commit; insert into texts (texts) values ('optimize')")
      return statSync(file).size
    },
    search(words, filtered) {
      const match = words.map((word) => `"${word}"`).join(' OR ')
      return (filtered ? some : any).all(match).map(({ id }) => Number(id))
    },
    close: () => database.close(),
  }
}
