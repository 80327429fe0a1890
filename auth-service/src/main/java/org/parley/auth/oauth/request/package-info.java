/** Authorization requests of apps: validation, sign-in and response. */
@NullMarked
package org.parley.auth.oauth.request;

import org.jspecify.annotations.NullMarked;
