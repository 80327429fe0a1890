/** What apps get for a grant: tokens, what these say, their exchange and their end. */
@NullMarked
package org.parley.auth.oauth.token;

import org.jspecify.annotations.NullMarked;
