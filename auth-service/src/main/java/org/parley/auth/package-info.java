/** The identity service: accounts, sign-in, sessions, tokens and their audit. */
@NullMarked
package org.parley.auth;

import org.jspecify.annotations.NullMarked;
