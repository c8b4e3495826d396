import { accountApi } from './api/account.ts'
import { administrationApi } from './api/administration.ts'
import { sessionApi } from './api/session.ts'

export const peopleApi = { ...sessionApi, ...accountApi, ...administrationApi }
