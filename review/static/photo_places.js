// The editor's verbs for photos. Its bundle is loaded when somebody comes to the text: by then it is here.
let verbs = null;

export function editorIsHere(module) {
  verbs = module;
}

export const placePhoto = (...given) => verbs.placePhoto(...given);
export const putPhoto = (...given) => verbs.putPhoto(...given);
export const removePhoto = (...given) => verbs.removePhoto(...given);
export const arrangePhotos = (...given) => verbs.arrangePhotos(...given);
