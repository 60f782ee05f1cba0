// Runs first in every frame: what an attack calls, what a policy stops, and what frames tell their parents.
(() => {
  const ran = (number) => void globalThis.__ran?.(String(number));
  for (const name of ["alert", "confirm", "prompt", "print", "msgbox"]) globalThis[name] = ran;
  addEventListener("message", (event) => Number.isInteger(event.data) && ran(event.data));
  document.addEventListener("securitypolicyviolation", (event) => {
    void globalThis.__stopped?.(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
})();
