import { toggleCropping } from '../pictures/cropping'
import { pictureIn } from '../pictures/pictureIn'
import { missingPictures, placeFromFile, relinkByName } from '../pictures/placing'
import { always, type CommandsOf } from './command'

export const pictureCommands: CommandsOf = (desk, text) => {
  const { frame, selection } = desk.store.get()
  const held = pictureIn(desk.session.getSnapshot().edition, frame)
  return [
    always('placePicture', text.picturing.place, '', () => void placeFromFile(desk, text)),
    {
      id: 'crop',
      label: text.picturing.crop,
      keys: 'C',
      enabled: held !== null && selection === null && !held.frame.locked,
      run: () => toggleCropping(desk),
    },
    {
      id: 'relink',
      label: text.picturing.relinkAll,
      keys: '',
      enabled: missingPictures(desk).length > 0,
      run: () => void relinkByName(desk, text),
    },
  ]
}
