@NullMarked
package org.parley.auth.oauth.discourse;

import org.jspecify.annotations.NullMarked;
