/** Registrations that wait until their owners have verified their addresses. */
@NullMarked
package org.parley.auth.signin.held;

import org.jspecify.annotations.NullMarked;
