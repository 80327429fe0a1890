@NullMarked
package org.parley.auth.oauth.browser;

import org.jspecify.annotations.NullMarked;
