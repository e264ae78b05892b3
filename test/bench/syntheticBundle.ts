export const emptyExtension = `"use strict";exports.activate=()=>{};exports.deactivate=()=>{};\n`;

/** An extension of that many bytes that does nothing but declare plain functions. */
export function syntheticBundle(bytes: number): string {
  const parts = [emptyExtension];
  let left = bytes - emptyExtension.length;
  for (let index = 0; left > 0; index++) {
    const part = plainFunction(index).slice(0, left);
    // What does not fit becomes a comment.
    parts.push(part.endsWith("\n") ? part : "/".repeat(left));
    left -= part.length;
  }
  return parts.join("");
}

/** Minified code of the usual kind. Exported, so that it has to be made. */
function plainFunction(index: number): string {
  return `function f${index}(e,t){let r=[],n=0;for(let o of e){if(o===void 0||typeof o!="object")continue;let{id:i,name:s="n${index}"}=o;t.has(i)?n+=${index}:r.push({id:i,name:s.trim(),at:n})}return r.length===0?{ok:!1,code:"empty${index}"}:{ok:!0,value:r.map(o=>o.name).join(", ")}}exports.f${index}=f${index};\n`;
}
