/** Tests of what apps are. */
@NullMarked
package org.parley.auth.oauth.client;

import org.jspecify.annotations.NullMarked;
