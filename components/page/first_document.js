// where the server is: Streamlit would ask below the page's own address first, and for its settings before it connects
window.__streamlit = {
  BACKEND_BASE_URL: new URL('./', location).href,
  HOST_CONFIG: {allowedOrigins: [location.origin], useExternalAuthToken: false, enableCustomParentMessages: false},
};
