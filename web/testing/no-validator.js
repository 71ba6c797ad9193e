/** @rjsf/core imports a validator for its own tests that it does not depend on. Ours are compiled at publishing. */
export default {};
