@NullMarked
package org.parley.auth.oauth;

import org.jspecify.annotations.NullMarked;
