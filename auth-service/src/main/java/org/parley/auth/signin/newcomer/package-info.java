/** What follows a registration with a password or a passkey. */
@NullMarked
package org.parley.auth.signin.newcomer;

import org.jspecify.annotations.NullMarked;
