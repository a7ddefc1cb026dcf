// There is nothing to run: the types say how the framework writes the element.
export {};
