/** Tests of who registers apps. */
@NullMarked
package org.parley.auth.oauth.app;

import org.jspecify.annotations.NullMarked;
