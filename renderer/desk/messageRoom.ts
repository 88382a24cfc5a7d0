import { perDesk } from './perDesk'

/** Where messages stand while something lies over the page: a part of it that is kept free for them. */
export const messageRoomOf = perDesk<{ readonly room: HTMLElement | null }>({ room: null })
