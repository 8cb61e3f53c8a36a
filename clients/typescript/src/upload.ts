export type Progress = (share: number) => void;

/** Sends a form. Browsers tell how far it is; elsewhere progress is told at the start and the end. */
export function send(url: string, init: RequestInit, progress: Progress, fetch: typeof globalThis.fetch): Promise<Response> {
  return typeof XMLHttpRequest === "undefined" ? byFetch(url, init, progress, fetch) : byXhr(url, init, progress);
}

async function byFetch(url: string, init: RequestInit, progress: Progress, fetch: typeof globalThis.fetch): Promise<Response> {
  progress(0);
  const response = await fetch(url, init);
  progress(1);
  return response;
}

function byXhr(url: string, init: RequestInit, progress: Progress): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(init.method ?? "POST", url);
    request.responseType = "blob";
    for (const [name, value] of new Headers(init.headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onload = () => {
      progress(1);
      const type = request.getResponseHeader("Content-Type") ?? "";
      const headers = { "Content-Type": type, "X-Request-Id": request.getResponseHeader("X-Request-Id") ?? "" };
      const body: Blob | null = request.status === 204 ? null : request.response;
      resolve(new Response(body, { status: request.status, headers }));
    };
    request.onerror = () => reject(new TypeError("The upload failed."));
    request.onabort = () => reject(init.signal?.reason);
    init.signal?.addEventListener("abort", () => request.abort());
    request.send(init.body instanceof FormData ? init.body : null);
  });
}
