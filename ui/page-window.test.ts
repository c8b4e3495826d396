import { expect, it } from 'vitest'
import { pageWindow } from './page-window.ts'

it('shows all pages when there are few', () => {
  expect(pageWindow(1, 1)).toEqual([1])
  expect(pageWindow(2, 5)).toEqual([1, 2, 3, 4, 5])
})

it('keeps first, last and the neighbours, with gaps between', () => {
  expect(pageWindow(10, 20)).toEqual([1, null, 9, 10, 11, null, 20])
})

it('never hides a single page behind a gap', () => {
  expect(pageWindow(4, 20)).toEqual([1, 2, 3, 4, 5, null, 20])
  expect(pageWindow(17, 20)).toEqual([1, null, 16, 17, 18, 19, 20])
})

it('stays within the pages there are when asked for one beyond', () => {
  expect(pageWindow(99, 3)).toEqual([1, 2, 3])
})
