@NullMarked
package org.parley.auth.oauth.logout;

import org.jspecify.annotations.NullMarked;
