/** Our pages: what they share, and the one where people sign in. */
@NullMarked
package org.parley.auth.oauth.page;

import org.jspecify.annotations.NullMarked;
