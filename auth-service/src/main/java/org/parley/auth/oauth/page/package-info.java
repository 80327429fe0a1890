/** The sign-in page, and what all pages share. */
@NullMarked
package org.parley.auth.oauth.page;

import org.jspecify.annotations.NullMarked;
