@NullMarked
package org.parley.auth.oauth.page;

import org.jspecify.annotations.NullMarked;
