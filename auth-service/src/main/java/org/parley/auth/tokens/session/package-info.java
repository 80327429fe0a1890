/** Sessions: where somebody is signed in, the access tokens of that, and its end. */
@NullMarked
package org.parley.auth.tokens.session;

import org.jspecify.annotations.NullMarked;
