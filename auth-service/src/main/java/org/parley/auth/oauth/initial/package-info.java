/** Tokens by which programs may register themselves as apps: administrators give them. */
@NullMarked
package org.parley.auth.oauth.initial;

import org.jspecify.annotations.NullMarked;
