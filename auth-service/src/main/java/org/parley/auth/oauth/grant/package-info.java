/** Grants and consents of users to apps, and their tokens at rest. */
@NullMarked
package org.parley.auth.oauth.grant;

import org.jspecify.annotations.NullMarked;
