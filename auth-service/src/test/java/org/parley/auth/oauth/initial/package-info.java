@NullMarked
package org.parley.auth.oauth.initial;

import org.jspecify.annotations.NullMarked;
