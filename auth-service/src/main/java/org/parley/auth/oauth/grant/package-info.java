/** What apps were permitted, by whom, and the tokens that they have for it. */
@NullMarked
package org.parley.auth.oauth.grant;

import org.jspecify.annotations.NullMarked;
