/** Management of apps, and of their access to accounts. */
@NullMarked
package org.parley.auth.oauth.app;

import org.jspecify.annotations.NullMarked;
