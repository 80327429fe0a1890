/** Sessions of users and their access tokens. */
@NullMarked
package org.parley.auth.tokens.session;

import org.jspecify.annotations.NullMarked;
