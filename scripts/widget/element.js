// What the WebAssembly hands over, in place of the element's own module: the element is there already.
let mount;

export const mounts = (given) => { mount = given; };
export const given = () => mount;
