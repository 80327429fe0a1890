/** The rules of an app's request for access. */
@org.jspecify.annotations.NullMarked
package org.parley.auth.oauth.request;
